using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using SeizureIntel.Search.Settings;
using Xunit;

namespace SeizureIntel.Tests.Search.Settings;

public sealed class SearchOptionsTests
{
    [Fact]
    public void The_defaults_need_nothing_installed() => Assert.Empty(Problems(new SearchOptions()));

    [Fact]
    public void Elasticsearch_is_refused_with_what_to_do()
    {
        string problem = Assert.Single(
            Problems(new SearchOptions { Kind = SearchKind.Elasticsearch, Endpoint = new Uri("http://localhost:9200") })
        );
        Assert.Contains("Embedded", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_without_a_server_is_a_mistake() =>
        Assert.Single(Problems(new SearchOptions { Endpoint = new Uri("http://localhost:9200") }));

    private static string[] Problems(SearchOptions options)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        return [.. found.Select(r => r.ErrorMessage!)];
    }
}
