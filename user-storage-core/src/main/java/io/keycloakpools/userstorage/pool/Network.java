package io.keycloakpools.userstorage.pool;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One place on the internet: an IPv4 address, or an IPv6 /64, whose holder has all its addresses
 * (RFC 6177).
 */
final class Network {

  private static final int SUBNET_BYTES = 8;

  /** Excludes host names, which Java would look up. */
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*");

  private Network() {}

  /** Text that is no address is a network of its own. */
  static String of(String address) {
    String plain = address.replaceAll("^\\[|](:\\d+)?$|%.*$", "");
    if (plain.indexOf(':') < 0 || !IPV6.matcher(plain).matches()) {
      return address;
    }
    try {
      // Java reads an IPv4-mapped address (RFC 4291, section 2.5.5.2) as the IPv4 address.
      InetAddress read = InetAddress.getByName(plain);
      byte[] bytes = read.getAddress();
      return bytes.length <= SUBNET_BYTES
          ? read.getHostAddress()
          : HexFormat.of().formatHex(Arrays.copyOf(bytes, SUBNET_BYTES)) + "/64";
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
