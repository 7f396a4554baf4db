/**
 * Where claim files come in by SFTP: an SSH server that knows nothing but SFTP version 3 (draft-ietf-secsh-filexfer-02), over
 * homes that exist in the database only. No path of the machine is ever looked at. Bytes go to store as those of HTTP do.
 */
package dev.claimgate.intake.sftp;
