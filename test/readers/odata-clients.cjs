// Asks a feed by both OData clients, and prints what they answer: `node odata-clients.cjs MODULES ORIGIN KEY`.
const { createRequire } = require('node:module');
const [, , modules, origin, key] = process.argv;
const load = createRequire(`${modules}/`);

async function main() {
  const { OData } = load('@odata/client');
  const { o } = load('o.js');
  const headers = { Authorization: `Bearer ${key}` };
  const serviceEndpoint = `${origin}/odata/`;
  const client = OData.New4({ serviceEndpoint, commonHeaders: headers });
  const filter = client.newFilter().property('city').eq('Köln').property('total').ge(3);
  const params = client
    .newParam()
    .filter(filter)
    .orderby('total', 'desc')
    .select(['Order_No', 'total', 'at'])
    .count(true);
  const byClient = await client
    .newRequest({ collection: 'Sales', params })
    .catch((error) => ({ error: error.message }));
  const handler = o(serviceEndpoint, { headers: new Headers(headers) });
  const byO = await handler
    .get('Sales')
    .query({ $filter: "contains(city,'東') and paid eq false", $orderby: 'at desc', $top: 3 })
    .catch((response) => ({ status: response.status }));
  const count = await handler
    .get('Sales/$count')
    .query({ $filter: 'city eq null' })
    .catch((response) => response.status);
  console.log(JSON.stringify({ byClient, byO, count }));
}
main();
