/// The operator's side: where acts arrive, whoever does them, and how each is answered.
@NullMarked
package org.altercor.controller.operator;

import org.jspecify.annotations.NullMarked;
