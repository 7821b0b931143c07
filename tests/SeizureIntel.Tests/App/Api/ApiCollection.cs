using Xunit;

namespace SeizureIntel.Tests.App.Api;

[CollectionDefinition(nameof(ApiCollection))]
public sealed class ApiCollection : ICollectionFixture<ApiSite>;
