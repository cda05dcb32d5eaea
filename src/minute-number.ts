/**
 * A minute's number as papers print it, for joining into case-insensitive patterns: "39", "12a", "4.1", "77/2021",
 * "41d/19", "67/19/F&R", "PLA149/14", "23-24/FRA/4".
 */
export const MINUTE_NUMBER = String.raw`(?:\d{2,4}-\d{2,4}\/[a-z]{1,6}\/\d{1,4}|(?:[a-z]{1,6}[./-]?)?\d{1,6}[a-z]?(?:[./]\d{1,6}){0,5}[a-z]?(?:\/[a-z][a-z&]{0,5})?)(?![a-z\d/])`;
