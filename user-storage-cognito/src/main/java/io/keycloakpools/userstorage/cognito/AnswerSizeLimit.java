package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.adapter.JsonCalls;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Limits an answer to {@link JsonCalls#LARGEST_ANSWER}: the SDK reads without a limit. */
final class AnswerSizeLimit implements ExecutionInterceptor {

  static final class AnswerTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    return context.responseBody().map(LimitedStream::new);
  }

  private static final class LimitedStream extends FilterInputStream {

    private int left = JsonCalls.LARGEST_ANSWER;

    LimitedStream(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(Math.min(count, left + 1L));
      count((int) skipped);
      return skipped;
    }

    private void count(int bytes) throws AnswerTooLongException {
      left -= bytes;
      if (left < 0) {
        throw new AnswerTooLongException();
      }
    }
  }
}
