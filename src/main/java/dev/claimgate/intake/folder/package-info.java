/**
 * Where claim files come in through folders that a site's own SFTP server or file share fills. Bytes go to store as those of HTTP
 * do; acknowledgements are written into a folder beside.
 */
package dev.claimgate.intake.folder;
