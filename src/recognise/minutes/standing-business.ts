/** Business every committee has, whatever its council calls it: a title that holds one is surely a heading. */
const STANDING_BUSINESS =
  /\b(?:apologies|declarations? of|disclosures? of|minutes of|minutes|urgent (?:business|items)|date (?:and time )?of (?:the )?next|next meeting|exclusion of|press and public|public (?:questions?|participation|forum|session)|questions (?:from|by)|matters arising|announcements|communications|correspondence|any other business|work programme|forward plan|membership|substitut\w+|election of|appointment of|welcome)\b/i;

export function isStandingBusiness(title: string): boolean {
  return title.length <= 120 && STANDING_BUSINESS.test(title);
}
