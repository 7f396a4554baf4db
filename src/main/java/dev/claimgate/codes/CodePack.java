package dev.claimgate.codes;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What a folder of code tables is.
 *
 * @param name      short name of the release
 * @param source    the files it was made from
 * @param effective first service day it was made for, {@code yyyymmdd}
 * @param ended     last service day it was made for
 * @param digest    SHA-256 over its tables, in hexadecimal: equal folders have equal digests
 */
public record CodePack(String name, String source, int effective, int ended, String digest) {

    static CodePack read(Path file, byte[] digest, TableFaults faults) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            faults.add(file + ": cannot be read (" + e.getMessage() + ")");
            return new CodePack("", "", 0, 0, "");
        }
        return new CodePack(text(file, properties, "name", faults), text(file, properties, "source", faults),
                day(file, properties, "effective", faults), day(file, properties, "ended", faults),
                HexFormat.of().formatHex(digest));
    }

    private static String text(Path file, Properties properties, String key, TableFaults faults) {
        String value = properties.getProperty(key, "").trim();
        if (value.isEmpty()) {
            faults.add(file + ": " + key + " is empty, must be some text");
        }
        return value;
    }

    private static int day(Path file, Properties properties, String key, TableFaults faults) {
        String value = properties.getProperty(key, "").trim();
        int day = value.matches("\\d{8}") ? Integer.parseInt(value) : 0;
        if (!Days.valid(day)) {
            faults.add(file + ": " + key + " is '" + value + "', must be a day yyyymmdd");
        }
        return day;
    }
}
