/**
 * Models: who is asked, by which name, and where.
 *
 * <ul>
 *   <li>{@link ModelSpec} is the one grammar of names; {@link ModelOpener} makes a model of it
 *   <li>{@link ModelFinder} looks for what is there when no model was named
 *   <li>{@link LambdaModel} is a function as a model, {@link LambdaSystem} a function as a system,
 *       {@link CommandModel} a program as a system
 *   <li>{@link ModelConfig} is what a configuration says of a model; its price is the engine's
 *       business
 *   <li>models behind endpoints are in {@link io.assize.models.http}, the forms of requests and
 *       replies in {@link io.assize.models.wire}
 * </ul>
 *
 * <p>Variables of the environment come in as an {@link Environment}; nothing here reads the
 * process's own.
 */
@NullMarked
package io.assize.models;

import org.jspecify.annotations.NullMarked;
