// Reads a feed with Apache Olingo's OData client: `java -cp lib/* ReadWithOlingo.java ORIGIN KEY`, with the truststore of
// Tokenboard in javax.net.ssl.trustStore.
import java.net.URI;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.api.communication.request.retrieve.ODataEntitySetRequest;
import org.apache.olingo.client.api.domain.ClientEntity;
import org.apache.olingo.client.api.domain.ClientEntitySet;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.client.core.http.BasicAuthHttpClientFactory;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntityType;

public class ReadWithOlingo {
  public static void main(String[] args) {
    String root = args[0] + "/odata";
    ODataClient client = ODataClientFactory.getClient();
    client.getConfiguration().setHttpClientFactory(new BasicAuthHttpClientFactory("tokenboard", args[1]));
    Edm metadata = client.getRetrieveRequestFactory().getMetadataRequest(root).execute().getBody();
    EdmEntityType type = metadata.getEntityContainer().getEntitySet("Sales").getEntityType();
    for (String name : type.getPropertyNames()) System.out.println(name + " " + type.getProperty(name).getType().getName());
    URI rows = client.newURIBuilder(root).appendEntitySetSegment("Sales")
        .filter("city eq 'Köln'").orderBy("total desc").select("Order_No", "city", "at", "big").count(true).build();
    ODataEntitySetRequest<ClientEntitySet> request = client.getRetrieveRequestFactory().getEntitySetRequest(rows);
    ClientEntitySet set = request.execute().getBody();
    System.out.println("count " + set.getCount());
    for (ClientEntity row : set.getEntities())
      System.out.println(row.getProperty("Order_No").getValue() + " " + row.getProperty("city").getValue() + " "
          + row.getProperty("at").getValue() + " " + row.getProperty("big").getValue());
  }
}
