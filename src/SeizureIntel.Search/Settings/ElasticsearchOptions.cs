using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;

namespace SeizureIntel.Search.Settings;

/// <summary>Where the Elasticsearch cluster is and how it is used; section <c>Search:Elasticsearch</c>.</summary>
public sealed class ElasticsearchOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = SearchOptions.Section + ":Elasticsearch";

    /// <summary>Addresses of the nodes, separated by commas, such as <c>https://es1:9200,https://es2:9200</c>.</summary>
    public string Endpoints { get; init; } = string.Empty;

    /// <summary>API key, as Kibana shows it (Base64); from the environment. Null for none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>User name where there is no API key; null for none.</summary>
    public string? User { get; init; }

    /// <summary>Password of the user; from the environment.</summary>
    public string? Password { get; init; }

    /// <summary>SHA-256 fingerprint of the certificate authority, hexadecimal; null where the system trusts it.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>What the names of all indices begin with: lower-case letters, digits and hyphens; <c>seizureintel</c> unless set.</summary>
    [RegularExpression("^[a-z][a-z0-9-]{0,60}$")]
    public string Prefix { get; init; } = "seizureintel";

    /// <summary>Primary shards of an index of one year; 1 to 64, 1 unless set (some 30 million seizures a shard).</summary>
    [Range(1, 64)]
    public int Shards { get; init; } = 1;

    /// <summary>Copies of each shard; 0 to 5, 1 unless set. A cluster of one node holds none and stays usable.</summary>
    [Range(0, 5)]
    public int Replicas { get; init; } = 1;

    /// <summary>Seconds to wait for an answer; 1 to 600, 60 unless set.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>Whether requests are compressed; false unless set: it saves a slow line and costs a fast one.</summary>
    public bool Compress { get; init; }

    /// <summary>Bulk requests on their way at the same time; 1 to 16, 2 unless set.</summary>
    [Range(1, 16)]
    public int BulkRequests { get; init; } = 2;

    /// <summary>Bytes of a bulk request, adapted downwards when the cluster is slow; 65,536 to 67,108,864, 4 MiB unless set.</summary>
    [Range(65_536, 67_108_864)]
    public int BulkBytes { get; init; } = 4 << 20;

    /// <summary>The nodes.</summary>
    public IEnumerable<Uri> Nodes() =>
        Endpoints
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(e => new Uri(e, UriKind.Absolute));

    /// <summary>What is wrong with the settings; empty where nothing is.</summary>
    public IEnumerable<ValidationResult> Faults()
    {
        string[] endpoints = Endpoints.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (endpoints.Length == 0)
            yield return Fault("Search:Kind is Elasticsearch, but Search:Elasticsearch:Endpoints names no node such as https://es:9200.");
        foreach (string endpoint in endpoints)
        {
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
                yield return Fault($"Search:Elasticsearch:Endpoints holds '{endpoint}'; an address such as https://es:9200 was expected.");
            else if (uri.UserInfo.Length > 0)
                yield return Fault("Search:Elasticsearch:Endpoints holds a password; set Search:Elasticsearch:User and :Password.");
        }

        if (!string.IsNullOrEmpty(ApiKey) && !string.IsNullOrEmpty(User))
            yield return Fault("Search:Elasticsearch has both ApiKey and User; keep one of the two.");
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        foreach (ValidationResult result in results)
            yield return result;
    }

    private static ValidationResult Fault(string message) => new(message, [nameof(Endpoints)]);
}
