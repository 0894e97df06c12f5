package org.altercor.controller.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleOptionsTest {
    @Test
    void anAddressIsReadAsPeopleWriteIt() {
        assertThat(ConsoleOptions.of("127.0.0.1:8080")).isEqualTo(new ConsoleOptions("127.0.0.1", 8080));
        assertThat(ConsoleOptions.of("[::1]:0")).isEqualTo(new ConsoleOptions("::1", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:70000"})
    void everythingElseIsRefused(String address) {
        assertThatThrownBy(() -> ConsoleOptions.of(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.2"})
    void onlyThisMachineReachesALoopback(String host) {
        assertThat(new ConsoleOptions(host, 0).isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "nobody.invalid"})
    void othersReachWhatIsNoneOrIsNotKnown(String host) {
        assertThat(new ConsoleOptions(host, 0).isLoopback()).isFalse();
    }
}
