package dev.claimgate.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.visitor.sax.ng.AfterVisitor;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Keeps each record that Smooks comes by. One for all messages: what it keeps stands in the execution context. */
final class RecordCollector implements AfterVisitor {
    private static final TypedKey<List<DialectRecord>> RECORDS = TypedKey.of();

    static List<DialectRecord> open(ExecutionContext context) {
        List<DialectRecord> records = new ArrayList<>();
        context.put(RECORDS, records);
        return records;
    }

    @Override
    public void visitAfter(Element element, ExecutionContext context) {
        Map<String, String> fields = new HashMap<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                fields.put(child.getNodeName(), child.getTextContent().strip());
            }
        }
        context.get(RECORDS).add(new DialectRecord(element.getNodeName(), ParserWatch.line(context), fields));
    }
}
