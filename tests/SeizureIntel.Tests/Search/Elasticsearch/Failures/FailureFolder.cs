using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Search.Settings;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>A folder with a data folder in it, indices that nobody else sees, and a proxy before them.</summary>
public abstract class FailureFolder(ElasticsearchServer server) : IAsyncLifetime
{
    private ElasticsearchOptions? _options;

    /// <summary>For files.</summary>
    protected string Root { get; } = Directory.CreateTempSubdirectory("seizureintel-failure-").FullName;

    /// <summary>The data folder.</summary>
    protected string Data => Path.Combine(Root, "data");

    /// <summary>The indices, asked without a proxy.</summary>
    protected ElasticsearchOptions Options => _options!;

    public virtual async ValueTask InitializeAsync() => _options = await server.OptionsAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        SqliteConnection.ClearAllPools();
        Directory.Delete(Root, recursive: true);
        return default;
    }

    /// <summary>Writes a file in the template's format.</summary>
    protected string Rows(string name, int rows) => TemplateRows.Write(Root, name, rows);

    /// <summary>Store and index hold the same, as many seizures as said.</summary>
    protected Task AssertAgreementAsync(int seizures) => Agreement.AssertAsync(Data, Options, seizures);
}
