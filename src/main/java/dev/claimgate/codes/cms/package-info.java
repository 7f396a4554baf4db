/**
 * Reads the files that CMS and NUCC publish, in their official layouts, into rows of code tables: one class a layout, told
 * apart by their headings. The command {@code codes import} hands the rows on to the database.
 */
package dev.claimgate.codes.cms;
