import fc from 'fast-check';

// Chance decides no test: properties are tried on the same values each time.
fc.configureGlobal({ seed: 20_240_109 });

export { fc };
