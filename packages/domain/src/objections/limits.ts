/** From one address in an hour, whatever it is about: several people of one house or office, and no machine. */
export const OBJECTIONS_AN_ADDRESS_AN_HOUR = 6
/** To one list in a day: more than any list has had, and as many as an office can read. */
export const OBJECTIONS_A_LIST_A_DAY = 2000
