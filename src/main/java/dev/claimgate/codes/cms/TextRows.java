package dev.claimgate.codes.cms;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Rows of a text file. CMS writes Windows-1252 and others UTF-8; all that is taken from a row is ASCII, so each byte is read as
 * one character and neither can fail.
 */
final class TextRows extends CellRows {
    /** How the cells of a row are told apart. */
    enum Form {
        /** Tabs, no quoting. */
        TABS('\t'),
        /** Commas; quotes may hold commas and line ends (RFC 4180). */
        COMMAS(','),
        /** A row is one cell, cut by position. */
        FIXED('\0');

        private final char separator;

        Form(char separator) {
            this.separator = separator;
        }
    }

    /** Far beyond any published row; keeps a binary file out of memory. */
    private static final int ROW_CHARS_MAX = 100_000;
    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

    private final Reader in;
    private final Form form;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private final StringBuilder cell = new StringBuilder(256);
    private int lineEnds;
    private int rowChars;
    private boolean cutOff;

    TextRows(InputStream in, Form form) {
        this.in = new InputStreamReader(in, StandardCharsets.ISO_8859_1);
        this.form = form;
    }

    @Override
    public boolean next() throws IOException {
        cells.clear();
        cell.setLength(0);
        rowChars = 0;
        line = lineEnds + 1;
        int c = read();
        if (c < 0) {
            return false;
        }
        while (c >= 0 && c != '\n') {
            if (c == form.separator) {
                endCell();
            } else if (c == '"' && form == Form.COMMAS && cell.isEmpty()) {
                quoted();
            } else {
                cell.append((char) c);
            }
            c = read();
        }
        cutOff = c < 0;
        lineEnds++;
        if (!cell.isEmpty() && cell.charAt(cell.length() - 1) == '\r') {
            cell.setLength(cell.length() - 1);
        }
        endCell();
        if (line == 1 && cells.get(0).startsWith(UTF_8_MARK)) {
            cells.set(0, cells.get(0).substring(UTF_8_MARK.length()));
        }
        return true;
    }

    /** From after the opening quote to after the closing one. */
    private void quoted() throws IOException {
        for (int c = read(); c >= 0; c = read()) {
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                read();
            } else if (c == '\n') {
                lineEnds++;
            }
            cell.append((char) c);
        }
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private int read() throws IOException {
        int c = peek();
        if (c < 0) {
            return c;
        }
        at++;
        if (c == 0) {
            throw new UnreadableFile("line " + (lineEnds + 1)
                    + ": holds a zero byte (UTF-16 text or no text at all), must be text in Windows-1252 or UTF-8");
        }
        if (++rowChars > ROW_CHARS_MAX) {
            throw new UnreadableFile("line " + line + ": is longer than " + ROW_CHARS_MAX
                    + " characters, must be a row of a table; is a closing quote missing?");
        }
        return c;
    }

    private int peek() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled < 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at];
    }

    @Override
    public boolean cutOff() {
        return cutOff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
