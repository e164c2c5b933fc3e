namespace Sluice.TestKit;

/// <summary>The connector has typed faces, as generated facades do; what is proven of the untyped one is then proven of them too.</summary>
public interface IOpensTypedFaces
{
    /// <summary>The typed face of a class; null where it has none.</summary>
    /// <param name="facade">A facade that <see cref="IConnectorHarness.OpenAsync"/> gave.</param>
    /// <param name="objectClass">The class.</param>
    TypedFace? TypedFaceOf(IConnectorFacade facade, ObjectClass objectClass);
}
