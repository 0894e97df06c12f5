package org.altercor.hal.line;

/// An open line of bytes in both directions: a serial port, or a simulated one.
///
/// Owner: the bus thread that opened it. No call waits, and none allocates. A line that is gone stays gone: it is
/// closed, and a new one is opened.
public interface ByteLine {
    /// The peer or the port is gone for good.
    int GONE = -1;

    /// Takes what has arrived.
    ///
    /// @return number of bytes put into `into`; 0 when nothing arrived; [#GONE]
    int read(byte[] into);

    /// Hands over a frame of at most [#LONGEST_FRAME] bytes.
    ///
    /// @return `length`; fewer when the line could not take the frame at once (nothing may then be assumed
    /// about what the peer sees, and the frame is not to be continued); [#GONE]
    int write(byte[] from, int length);

    /// Gives the line back. Repeating it changes nothing.
    void close();

    /// Longest frame handed over at once. A serial port that nobody drains blocks its writer for ever; frames
    /// of this size fit the smallest buffer on the way (64 bytes: a full-speed USB packet).
    int LONGEST_FRAME = 64;
}
