package dev.claimgate.config;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one or more configuration files until the reader stops once, with all of them. */
public final class Faults {
    private final List<String> list = new ArrayList<>();

    /** @param where file and key, such as {@code conf/gateway.yaml: http.port} */
    public void add(String where, String foundAndRight) {
        list.add(where + " " + foundAndRight);
    }

    /** Takes a whole sentence. */
    public void add(String fault) {
        list.add(fault);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** @throws ConfigException if there is any fault */
    public void throwIfAny() {
        if (!list.isEmpty()) {
            throw new ConfigException(list);
        }
    }
}
