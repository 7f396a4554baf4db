/**
 * PostgreSQL: the only SQL of the project. Received files, claims, acknowledgements, outbound interchanges, code-table
 * releases, migrations. The edges meet here.
 */
package dev.claimgate.store;
