// Reads a feed with Java's own client, twice: `java ReadWithHttpClient.java URL KEY`, with Tokenboard's truststore.
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

public class ReadWithHttpClient {
  public static void main(String[] args) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(args[0])).header("X-Api-Key", args[1]);
    HttpResponse<String> first = client.send(request.build(), BodyHandlers.ofString());
    System.out.println(first.statusCode() + " " + first.version() + " " + first.body().lines().count());
    if (first.statusCode() != 200) return;
    request.header("If-None-Match", first.headers().firstValue("etag").orElseThrow());
    System.out.println(client.send(request.build(), BodyHandlers.ofString()).statusCode());
  }
}
