/// What a biomedical engineer runs.
package org.altercor.bench;
