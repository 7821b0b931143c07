using System;
using System.Threading.Tasks;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.SqlServer;

[Collection(SqlServerCollection.Name)]
public sealed class SqlServerSourceTests(SqlServerServer server) : SourceStoreContract, IAsyncLifetime
{
    private string? _database;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await server.DropAsync(_database);
    }

    protected override Store Open() => server.Open(_database ??= server.NewDatabase(), TimeProvider.System);
}
