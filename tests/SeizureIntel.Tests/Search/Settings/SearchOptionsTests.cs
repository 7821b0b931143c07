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
    public void Elasticsearch_needs_an_endpoint()
    {
        string problem = Assert.Single(Problems(new SearchOptions { Kind = SearchKind.Elasticsearch }));
        Assert.Contains("Search:Elasticsearch:Endpoints", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es1:9200", "es1:9200")]
    [InlineData("https://es1:9200, ftp://es2", "ftp://es2")]
    public void An_endpoint_is_an_address(string endpoints, string named) =>
        Assert.Contains(named, Assert.Single(Problems(On(new() { Endpoints = endpoints }))), StringComparison.Ordinal);

    [Fact]
    public void A_password_in_an_address_is_not_repeated()
    {
        string problem = Assert.Single(Problems(On(new() { Endpoints = "https://writer:s3cret@es:9200" })));
        Assert.DoesNotContain("s3cret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ways_to_sign_in_are_one_too_many() =>
        Assert.Single(
            Problems(
                On(
                    new()
                    {
                        Endpoints = "https://es:9200",
                        ApiKey = "a2V5",
                        User = "writer",
                    }
                )
            )
        );

    [Theory]
    [InlineData("Upper")]
    [InlineData("-first")]
    [InlineData("with space")]
    public void A_prefix_is_a_name_of_an_index(string prefix) =>
        Assert.Single(Problems(On(new() { Endpoints = "http://es:9200", Prefix = prefix })));

    [Fact]
    public void Several_nodes_are_read_in_their_order() =>
        Assert.Equal(
            [new Uri("https://es1:9200"), new Uri("https://es2:9200")],
            new ElasticsearchOptions { Endpoints = " https://es1:9200 ,https://es2:9200," }.Nodes()
        );

    [Fact]
    public void An_endpoint_without_a_server_is_a_mistake() =>
        Assert.Single(Problems(new SearchOptions { Elasticsearch = new() { Endpoints = "http://localhost:9200" } }));

    private static SearchOptions On(ElasticsearchOptions cluster) => new() { Kind = SearchKind.Elasticsearch, Elasticsearch = cluster };

    private static string[] Problems(SearchOptions options)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        return [.. found.Select(r => r.ErrorMessage!)];
    }
}
