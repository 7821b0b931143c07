using System;
using System.IO;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Tests.Ports;

namespace SeizureIntel.Tests.Storage;

public sealed class SqliteSourceTests : SourceStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Store Open() => SqliteStore.Open(_folder, TimeProvider.System);
}
