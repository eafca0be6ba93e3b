/**
 * 測る: what the packed program costs on a made-up city, beside the limits of its database and of its
 * web server. A program of its own, started by {@code ./tsunagi bench}; it knows the measured one
 * only from outside: its pages, its processes, its database.
 */
@NullMarked
package jp.tsunagi.bench;

import org.jspecify.annotations.NullMarked;
