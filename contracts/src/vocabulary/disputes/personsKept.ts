/**
 * How long digests of whom a dispute names are kept. The law asks for the shortest time that the purpose needs (个人信息保护法 art. 19): they
 * are there to find the same dispute in another system's export, and exports and their corrections come within the year after it ended.
 */
export const DAYS_AFTER_END = 365

/** Of a dispute of whose end nobody knows: three years from its receipt, after which a claim lapses (民法典 art. 188). */
export const DAYS_WITHOUT_END = 1096
