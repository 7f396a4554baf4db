package dev.claimgate.guide;

import java.util.regex.Pattern;

/**
 * What one position of a segment or composite must hold.
 *
 * @param position      from 1
 * @param usage         of the guide; {@link Usage#MANDATORY} when the base standard demands it as well
 * @param number        data element or composite number
 * @param name          for people
 * @param element       its data element, {@code null} when it is a composite
 * @param composite     its components, {@code null} when it is simple
 * @param codes         the guide's codes
 * @param pattern       what the value must match as a whole, {@code null} if anything goes
 * @param formatElement position of the format qualifier (data element 1250) that tells how a date is written, 0 if none
 * @param repeatMax     how often it may repeat
 */
record ElementRule(int position, Usage usage, String number, String name, DataElement element, StructureRule composite,
                   CodeList codes, Pattern pattern, int formatElement, int repeatMax) {
}
