/**
 * X12 as XML, for people and programs that read no X12: the loops, segments and elements of a file by id and by the names that
 * the guide gives them. Plain Java, over the same reader and guide that judge the file.
 */
package dev.claimgate.xml;
