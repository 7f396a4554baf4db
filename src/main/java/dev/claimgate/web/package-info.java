/**
 * What all HTTP edges share: problem details (RFC 9457), media types, and how a received file looks in JSON.
 */
package dev.claimgate.web;
