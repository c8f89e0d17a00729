package parley.gateway.avatar;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** What may be uploaded, told by the first bytes and not by what somebody calls it. */
enum ImageFormat {
  PNG("image/png") {
    @Override
    boolean begins(byte[] bytes) {
      return startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n");
    }

    @Override
    ImageReader reader() {
      return ImageIO.getImageReadersByFormatName("png").next();
    }
  },
  JPEG("image/jpeg") {
    @Override
    boolean begins(byte[] bytes) {
      return startsWith(bytes, 0, "\u00ff\u00d8\u00ff");
    }

    @Override
    ImageReader reader() {
      return ImageIO.getImageReadersByFormatName("jpeg").next();
    }
  },
  GIF("image/gif") {
    @Override
    boolean begins(byte[] bytes) {
      return startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a");
    }

    @Override
    ImageReader reader() {
      return ImageIO.getImageReadersByFormatName("gif").next();
    }
  },
  WEBP("image/webp") {
    @Override
    boolean begins(byte[] bytes) {
      return startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP");
    }

    @Override
    ImageReader reader() throws IOException {
      return new WebPImageReaderSpi().createReaderInstance(null);
    }
  };

  private final String mediaType;

  ImageFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  abstract boolean begins(byte[] bytes);

  /** A reader without an input. */
  abstract ImageReader reader() throws IOException;

  String mediaType() {
    return mediaType;
  }

  /** Of everything that may be uploaded. */
  static String[] mediaTypes() {
    return Arrays.stream(values()).map(ImageFormat::mediaType).toArray(String[]::new);
  }

  static Optional<ImageFormat> of(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
  }

  static Optional<ImageFormat> named(String mediaType) {
    return Arrays.stream(values()).filter(one -> one.mediaType.equals(mediaType)).findFirst();
  }

  private static boolean startsWith(byte[] bytes, int at, String signature) {
    byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
