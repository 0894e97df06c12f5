/// Clamp-on ultrasonic flow meters of em-tec.
package org.altercor.hal.emtec;
