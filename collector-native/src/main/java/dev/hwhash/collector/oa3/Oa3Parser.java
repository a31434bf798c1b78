// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.io.StringReader;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Finds the hardware hash in the characters of one report; used once. */
final class Oa3Parser {

    private static final String ROOT = "Key";
    private static final String HASH = "HardwareHash";
    private static final int LONGEST_NAME = 40;

    private final String text;
    private @Nullable String hash;

    Oa3Parser(String text) {
        this.text = text;
    }

    /** Returns the hash, or why there is none; never throws. */
    Oa3Report parse() {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            try {
                return document(xml);
            } catch (XMLStreamException | MissingResourceException e) {
                // The JDK has no words for some flaws of a DTD, and then fails on looking for them.
                int line = xml.getLocation().getLineNumber();
                return refused("it is not well-formed XML near line " + line);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            return refused("it is not XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Oa3Report document(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                return refused("it has a DOCTYPE, which no report of oa3tool has");
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                if (depth == 1 && !name.equals(ROOT)) {
                    return refused("its root element is " + shown(name) + " and not " + ROOT);
                }
                if (depth == 2 && name.equals(HASH)) {
                    if (hash != null) {
                        return refused("it has more than one " + HASH);
                    }
                    hash = content(xml);
                    depth--;
                }
            }
        }
        return found();
    }

    /** Returns the text up to the end of this element, or blank where it is not text alone. */
    private static String content(XMLStreamReader xml) throws XMLStreamException {
        return xml.getElementText().strip();
    }

    private Oa3Report found() {
        if (hash == null) {
            return refused("it has no " + HASH + " in its " + ROOT);
        }
        if (hash.isEmpty()) {
            return refused("its " + HASH + " is empty");
        }
        return new Oa3Report.Found(hash);
    }

    private static Oa3Report refused(String why) {
        return new Oa3Report.Refused(why);
    }

    private static String shown(String name) {
        String ascii = name.replaceAll("[^ -~]", "?");
        return ascii.length() <= LONGEST_NAME ? ascii : ascii.substring(0, LONGEST_NAME) + "...";
    }
}
