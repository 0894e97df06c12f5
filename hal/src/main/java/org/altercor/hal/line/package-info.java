/// A line of bytes, open or gone: what bus threads talk through, whatever carries it.
package org.altercor.hal.line;
