package dev.claimgate.guide;

/** The loops open at this point of a transaction set, outermost first, with what has been seen in each. */
final class OpenLoops {
    private static final int DEPTH_MAX = 16;

    private final LoopRule[] loops = new LoopRule[DEPTH_MAX];
    private final long[] seen = new long[DEPTH_MAX];
    private final int[][] counts = new int[DEPTH_MAX][LoopRule.CHILDREN_MAX];
    private final long[] passed = new long[DEPTH_MAX];
    private final int[][] passedAt = new int[DEPTH_MAX][LoopRule.CHILDREN_MAX];
    private int depth;

    void clear() {
        depth = 0;
    }

    int depth() {
        return depth;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    LoopRule innermost() {
        return loops[depth - 1];
    }

    LoopRule loop(int level) {
        return loops[level];
    }

    boolean isOpen(LoopRule loop) {
        return loop.depth() < depth && loops[loop.depth()] == loop;
    }

    void open(LoopRule loop) {
        loops[depth] = loop;
        seen[depth] = 0;
        passed[depth] = 0;
        depth++;
    }

    void close() {
        depth--;
    }

    long seen(LoopRule loop) {
        return seen[loop.depth()];
    }

    boolean saw(LoopRule loop, int child) {
        return (seen[loop.depth()] >>> child & 1) != 0;
    }

    /** Counts one more of a child; gives how many there are now. */
    int count(LoopRule loop, int child) {
        int level = loop.depth();
        long bit = 1L << child;
        if ((seen[level] & bit) == 0) {
            seen[level] |= bit;
            counts[level][child] = 1;
            return 1;
        }
        return ++counts[level][child];
    }

    /** Takes one back, so that another may come in its stead; the child stays seen. */
    void uncount(LoopRule loop, int child) {
        counts[loop.depth()][child]--;
    }

    int counted(LoopRule loop, int child) {
        return saw(loop, child) ? counts[loop.depth()][child] : 0;
    }

    /** Notes where the walk went past required children that had not come; they may still come late. */
    void pass(LoopRule loop, long children, int position) {
        int level = loop.depth();
        for (long rest = children & ~passed[level]; rest != 0; rest &= rest - 1) {
            passedAt[level][Long.numberOfTrailingZeros(rest)] = position;
        }
        passed[level] |= children;
    }

    /** Where the walk went past a child, {@code otherwise} if it never did. */
    int passedAt(LoopRule loop, int child, int otherwise) {
        return (passed[loop.depth()] >>> child & 1) != 0 ? passedAt[loop.depth()][child] : otherwise;
    }

    /** Takes children as seen, so that they are not missed. */
    void settle(LoopRule loop, long children) {
        int level = loop.depth();
        for (long rest = children & ~seen[level]; rest != 0; rest &= rest - 1) {
            counts[level][Long.numberOfTrailingZeros(rest)] = 0;
        }
        seen[level] |= children;
    }
}
