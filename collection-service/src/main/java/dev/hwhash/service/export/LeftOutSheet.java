// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The devices that a file would leave out, one JSON object a line, each with the reason. */
final class LeftOutSheet implements Sheet {

    private static final JsonFactory JSON = new JsonFactory();

    private final FormatSheet sheet;

    LeftOutSheet(FormatSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public byte[] start() {
        return new byte[0];
    }

    @Override
    public boolean add(StoredDevice device, ByteArrayOutputStream out) {
        Optional<String> refusal = sheet.refusal(device, new ByteArrayOutputStream());
        if (refusal.isEmpty()) {
            return true;
        }
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("deviceId", device.id());
            if (!device.serialNumber().isEmpty()) {
                json.writeStringProperty("serialNumber", device.serialNumber());
            }
            json.writeStringProperty("why", refusal.get());
            json.writeEndObject();
        }
        out.write('\n');
        return false;
    }
}
