/**
 * Read what other tools wrote, by a small YAML file that says where things stand in it.
 *
 * <ul>
 *   <li>{@link io.assize.engine.mapping.Mapping} is such a file: how its tool's files are known,
 *       where their rows are, and what of a row is the item, the answers and what the tool's own
 *       graders said
 *   <li>{@link io.assize.engine.mapping.Mappings} are those that come with Assize; {@link
 *       io.assize.engine.mapping.MappingFile} reads one of the user's
 *   <li>{@link io.assize.engine.mapping.Walk} is a path through JSON, {@link
 *       io.assize.engine.mapping.Value} what is made of it
 *   <li>{@link io.assize.engine.mapping.Extraction} applies a mapping to a file's rows
 *   <li>{@link io.assize.engine.mapping.JsonText} is the text of any JSON value
 * </ul>
 *
 * <p>A tool's graders become recorded parties: they are set against labels and against a judge as
 * any other. To add a tool, write a file beside the others and add its name to {@code index.txt}.
 */
@NullMarked
package io.assize.engine.mapping;

import org.jspecify.annotations.NullMarked;
