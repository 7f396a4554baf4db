package dev.claimgate.guide;

/**
 * An entry of the data element dictionary.
 *
 * @param number    such as {@code 782}
 * @param type      what its characters may be
 * @param lengthMin in characters; digits only for numbers
 * @param lengthMax in characters; digits only for numbers
 * @param name      for people
 * @param codes     the base standard's codes, open if it has none or they are not known
 */
record DataElement(String number, ElementType type, int lengthMin, int lengthMax, String name, CodeList codes) {
}
