using Xunit;

namespace SeizureIntel.EndToEnd.Running;

[CollectionDefinition(nameof(DemoCollection))]
public sealed class DemoCollection : ICollectionFixture<DemoFolder>;
