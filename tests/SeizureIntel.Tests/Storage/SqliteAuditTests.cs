using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Storage;

public sealed class SqliteAuditTests : AuditLogContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Store Open() => SqliteStore.Open(_folder, TimeProvider.System);

    protected override async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "audit.db")}");
        await connection.OpenAsync(Stop);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Stop));
    }
}
