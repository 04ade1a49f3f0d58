/** The encoder as files: reads its checkpoint, converts it to ONNX, keeps it in a folder. */
@NullMarked
package dev.dateline.enrich.model;

import org.jspecify.annotations.NullMarked;
