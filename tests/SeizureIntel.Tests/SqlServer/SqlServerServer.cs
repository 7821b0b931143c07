using System;
using System.Threading.Tasks;
using Microsoft.Data.SqlClient;
using SeizureIntel.SqlServer;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using Testcontainers.MsSql;
using Xunit;

namespace SeizureIntel.Tests.SqlServer;

/// <summary>The SQL Server at hand: the one that <c>SEIZUREINTEL_SQLSERVER</c> names, else a container where Docker answers, else none.</summary>
public sealed class SqlServerServer : IAsyncLifetime
{
    public const string Variable = "SEIZUREINTEL_SQLSERVER";
    private const string Image = "mcr.microsoft.com/mssql/server:2022-latest";

    private MsSqlContainer? _container;
    private string? _connection;
    private string _reason = "";
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        _connection = Environment.GetEnvironmentVariable(Variable);
        if (_connection is not null)
            return;
        try
        {
            _container = new MsSqlBuilder(Image).Build();
            await _container.StartAsync(TestContext.Current.CancellationToken);
            _connection = _container.GetConnectionString();
        }
        catch (Exception unavailable) when (unavailable is not OperationCanceledException)
        {
            _reason = $"no SQL Server: {Variable} is not set, and Docker does not answer ({unavailable.GetType().Name})";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_container is not null)
            await _container.DisposeAsync();
    }

    /// <summary>The name of a database that is not there yet; skips the test where there is no server.</summary>
    public string NewDatabase()
    {
        Assert.SkipWhen(_connection is null, _reason);
        return $"seizureintel_test_{Environment.ProcessId}_{++_databases}";
    }

    internal Store Open(string database, TimeProvider clock) =>
        SqlServerStore.Open(
            clock,
            new StorageOptions
            {
                Provider = StorageProvider.SqlServer,
                ConnectionString = new SqlConnectionStringBuilder(_connection) { InitialCatalog = database }.ConnectionString,
                OutboxBatchCases = 3,
            }
        );

    /// <summary>Runs a statement past the store.</summary>
    public async Task RunAsync(string database, string sql)
    {
        await using var connection = new SqlConnection(
            new SqlConnectionStringBuilder(_connection) { InitialCatalog = database }.ConnectionString
        );
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Takes a database away, whoever is still connected.</summary>
    public async Task DropAsync(string database)
    {
        SqlConnection.ClearAllPools();
        await using var connection = new SqlConnection(
            new SqlConnectionStringBuilder(_connection) { InitialCatalog = "master" }.ConnectionString
        );
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqlCommand command = connection.CreateCommand();
        command.CommandText = $"""
            IF DB_ID(N'{database}') IS NOT NULL
            BEGIN
                ALTER DATABASE [{database}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
                DROP DATABASE [{database}];
            END
            """;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
