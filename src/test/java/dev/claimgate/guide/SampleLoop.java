package dev.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A loop made from the guide with what it must hold and what a test wants in it. */
final class SampleLoop {
    private final LoopRule rule;
    private final SampleLoop parent;
    /** {@link SampleSegment}s and {@link SampleLoop}s in order. */
    private final List<Object> children = new ArrayList<>();

    private SampleLoop(LoopRule rule, SampleLoop parent) {
        this.rule = rule;
        this.parent = parent;
    }

    static SampleLoop of(LoopRule rule, SampleLoop parent, Predicate<Slot> wanted) {
        SampleLoop loop = new SampleLoop(rule, parent);
        for (int child = 0; child < rule.size(); child++) {
            if (rule.childIsSlot(child)) {
                Slot slot = rule.slot(child);
                if (slot.usage().required() || wanted.test(slot)) {
                    loop.children.add(SampleSegment.lean(slot));
                }
            } else if (rule.loop(child).usage().required() || any(rule.loop(child), wanted)) {
                loop.children.add(of(rule.loop(child), loop, wanted));
            }
        }
        return loop;
    }

    static boolean any(LoopRule rule, Predicate<Slot> wanted) {
        for (int child = 0; child < rule.size(); child++) {
            if (rule.childIsSlot(child) ? wanted.test(rule.slot(child)) : any(rule.loop(child), wanted)) {
                return true;
            }
        }
        return false;
    }

    LoopRule rule() {
        return rule;
    }

    SampleLoop parent() {
        return parent;
    }

    List<Object> children() {
        return children;
    }

    /** The first instance of a loop here or beneath. */
    SampleLoop find(LoopRule wanted) {
        if (rule == wanted) {
            return this;
        }
        for (Object child : children) {
            SampleLoop found = child instanceof SampleLoop loop ? loop.find(wanted) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    boolean isWithin(SampleLoop other) {
        SampleLoop loop = this;
        while (loop != null && loop != other) {
            loop = loop.parent;
        }
        return loop != null;
    }
}
