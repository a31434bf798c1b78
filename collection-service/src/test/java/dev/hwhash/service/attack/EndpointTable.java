// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may ask for what: the whole table, written by hand, so that a new endpoint has to be thought about. */
public final class EndpointTable {

    private static final String TABLE = """
            GET /                           viewer 303
            GET /sign-in                    stranger 200
            POST /sign-in                   form 403
            POST /sign-out                  viewer 303
            GET /password                   viewer 200
            POST /password                  viewer 422
            GET /devices                    viewer 200
            GET /devices/{id}               viewer 404
            POST /devices/{id}/approve      approver 400
            POST /devices/{id}/reject       approver 400
            POST /devices/{id}/delete       admin 404
            POST /devices/{id}/register     approver 404
            POST /registration/check        admin 404
            POST /selections                approver 400
            GET /selections/{id}            approver 404
            POST /selections/{id}/approve   approver 400
            POST /selections/{id}/reject    approver 404
            GET /selections/{id}/file       approver 404
            GET /code/{code}                viewer 404
            GET /live                       viewer 200
            GET /tokens                     admin 200
            POST /tokens                    admin 422
            POST /tokens/{id}/revoke        admin 404
            GET /accounts                   admin 200
            POST /accounts                  admin 400
            POST /accounts/{id}/role        admin 400
            POST /accounts/{id}/password    admin 404
            POST /accounts/{id}/disable     admin 404
            POST /accounts/{id}/enable      admin 404
            GET /audit                      admin 200
            GET /settings                   admin 200
            POST /settings                  admin 400
            GET /assets/{hash}/{name}       public 404
            GET /health/live                public 200
            GET /health/ready               public 200
            GET /openapi.yaml               public 200
            GET /metrics                    public 200
            GET /v1/devices                 program 200
            GET /v1/devices/{deviceId}      program 404
            GET /v1/export                  program 200
            GET /v1/export/left-out         program 200
            GET /v1/tokens                  program 200
            POST /v1/tokens                 program 415
            DELETE /v1/tokens/{id}          program 404
            PUT /v1/reports/{id}            program 403
            """;

    private static final Pattern LINE = Pattern.compile("([A-Z]+) +([^ ]+) +([a-z]+) +([0-9]+)");

    private EndpointTable() {}

    /** Returns the lines by method and path. */
    public static Map<String, Line> lines() {
        Map<String, Line> lines = new LinkedHashMap<>();
        LINE.matcher(TABLE).results().forEach(words -> {
            Line line = new Line(words.group(1), words.group(2), words.group(3), Integer.parseInt(words.group(4)));
            lines.put(line.method() + " " + line.pattern(), line);
        });
        return lines;
    }

    /**
     * One of them: the role, or public, stranger (who is signed in is sent on), form, program; and the answer to one who
     * may, and sends an empty form.
     */
    public record Line(String method, String pattern, String least, int answer) {

        /** What people look at, or a form of it. */
        public boolean isPage() {
            return pattern.equals("/sign-in") || !Set.of("program", "public").contains(least);
        }

        /** A path of that pattern, of a thing that there is not. */
        public String path() {
            return pattern.replaceAll("\\{[A-Za-z]*[iI]d}", "999999").replaceAll("\\{[a-z]+}", "missing");
        }
    }
}
