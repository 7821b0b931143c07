using System;
using System.IO;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Tests.Ports;

namespace SeizureIntel.Tests.Storage;

public sealed class SqliteStoreTests : SeizureStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override ISeizureStore Open() => SqliteStore.Open(_folder, Clock, new StorageOptions { OutboxBatchCases = 3 });
}
