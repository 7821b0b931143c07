using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Elastic.Transport.Products;
using Elastic.Transport.Products.Elasticsearch;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>Client settings that speak plain JSON: the media type of version 9 is refused by 8.19, plain JSON is taken by both.</summary>
internal sealed class PlainJson(NodePool nodes) : ElasticsearchClientSettings(nodes), ITransportConfiguration
{
    public const string MediaType = "application/json";

    private static readonly ProductRegistration Registration = new PlainRegistration();

    ProductRegistration ITransportConfiguration.ProductRegistration => Registration;

    private sealed class PlainRegistration() : ElasticsearchProductRegistration(typeof(ElasticsearchClient))
    {
        public override string DefaultContentType => MediaType;

        public override string? TransformContentType(string? contentType) => contentType;
    }
}
