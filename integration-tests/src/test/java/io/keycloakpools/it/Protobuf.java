package io.keycloakpools.it;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in the wire format of Protocol Buffers, as far as spans need it: fields by their
 * number, without a schema.
 */
final class Protobuf {

  private record Field(int number, long value, ByteBuffer bytes) {}

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final List<Field> fields = new ArrayList<>();

  Protobuf(byte[] message) {
    this(ByteBuffer.wrap(message));
  }

  private Protobuf(ByteBuffer message) {
    ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      fields.add(field(in));
    }
  }

  /** Messages in a field that may be there many times. */
  List<Protobuf> messages(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(field -> new Protobuf(field.bytes()))
        .toList();
  }

  Optional<Protobuf> message(int number) {
    return messages(number).stream().findFirst();
  }

  byte[] bytes(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(field -> copy(field.bytes()))
        .findFirst()
        .orElse(new byte[0]);
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }

  String text(int number) {
    return new String(bytes(number), StandardCharsets.UTF_8);
  }

  int number(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .mapToInt(field -> (int) field.value())
        .findFirst()
        .orElse(0);
  }

  private static Field field(ByteBuffer in) {
    long tag = varint(in);
    int number = (int) (tag >>> 3);
    return switch ((int) (tag & 7)) {
      case 0 -> new Field(number, varint(in), NOTHING);
      case 1 -> new Field(number, in.getLong(), NOTHING);
      case 2 -> {
        int length = (int) varint(in);
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        yield new Field(number, 0, bytes);
      }
      case 5 -> new Field(number, in.getInt(), NOTHING);
      default -> throw new IllegalArgumentException("No wire type: " + (tag & 7));
    };
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
