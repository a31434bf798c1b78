// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send a form, and how it is read. */
class PostedFormTest {

    private static final SameOrigin ORIGIN = SameOrigin.of(Optional.of(URI.create("https://HWhash.example/")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -, true",
                "none, -, true",
                "same-site, -, false",
                "cross-site, -, false",
                "cross-site, http://127.0.0.1:8080, false",
                "-, -, true",
                "-, http://127.0.0.1:8080, true",
                "-, http://127.0.0.1:9090, false",
                "-, http://127.0.0.1, false",
                "-, https://hwhash.example, true",
                "-, https://hwhash.example.evil.example, false",
                "-, null, false",
                "-, http://evil.example, false",
                "-, http://[, false",
            })
    void onlyOurOwnPagesSendForms(String site, String origin, boolean allowed) {
        assertThat(ORIGIN.allows(Optional.ofNullable(site), Optional.ofNullable(origin), Optional.of("127.0.0.1:8080")))
                .isEqualTo(allowed);
    }

    @Test
    void fieldsAreDecoded() {
        Form form = Form.decoded("name=+a%20b%C3%A4+&empty=&flag&many=1&many=2&number=17");
        assertThat(form.one("name", 10)).contains("a b\u00E4");
        assertThat(form.raw("name", 10)).contains(" a b\u00E4 ");
        assertThat(form.one("empty", 10)).isEmpty();
        assertThat(form.one("flag", 10)).isEmpty();
        assertThat(form.one("missing", 10)).isEmpty();
        assertThat(form.all("many", 2)).containsExactly("1", "2");
        assertThat(form.number("number")).contains(17L);
        assertThat(Form.decoded("").all("a", 1)).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        Form form = Form.decoded("twice=1&twice=1&long=12345&zero=0&minus=-1&huge=99999999999999999&blank=+");
        assertThatThrownBy(() -> form.one("twice", 10)).isInstanceOf(PageException.class);
        assertThatThrownBy(() -> form.one("long", 4)).isInstanceOf(PageException.class);
        assertThatThrownBy(() -> form.all("twice", 1)).isInstanceOf(PageException.class);
        assertThatThrownBy(() -> form.required("blank", 10)).isInstanceOf(PageException.class);
        assertThatThrownBy(() -> form.number("zero")).isInstanceOf(PageException.class);
        assertThatThrownBy(() -> form.number("minus")).isInstanceOf(PageException.class);
        assertThatThrownBy(() -> form.number("huge")).isInstanceOf(PageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%0", "a=%zz", "%=b", "a=%00"})
    void whatIsNotEncodedAsAFormIsRefused(String body) {
        assertThatThrownBy(() -> Form.decoded(body)).isInstanceOf(PageException.class);
    }
}
