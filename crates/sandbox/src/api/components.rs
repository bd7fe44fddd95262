//! Schemas of bodies and answers: the wire structs describe themselves, here they get their envelopes and are collected.

use std::collections::BTreeMap;

use api_types::{Data, Page};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ArrayBuilder, ObjectBuilder, Ref, RefOr, Schema},
};

/// The schemas that others refer to, by name.
#[derive(Default)]
pub(crate) struct Components(pub(super) BTreeMap<String, RefOr<Schema>>);

/// Describes a body: collects what it refers to, and returns what stands in its place.
pub(super) type Shape = fn(&mut Components) -> RefOr<Schema>;

impl Components {
    fn add<T: ToSchema>(&mut self) -> RefOr<Schema> {
        self.collect::<T>();
        self.insert(T::name().into_owned(), T::schema())
    }

    fn insert(&mut self, name: String, schema: RefOr<Schema>) -> RefOr<Schema> {
        let reference = Ref::from_schema_name(&name);
        self.0.insert(name, schema);
        reference.into()
    }

    /// Collects what a type refers to, at any depth.
    fn collect<T: ToSchema>(&mut self) {
        let mut found = Vec::new();
        T::schemas(&mut found);
        self.0.extend(found);
    }
}

/// The type itself.
pub(super) fn reference<T: ToSchema>(components: &mut Components) -> RefOr<Schema> {
    components.add::<T>()
}

/// The type in `data`.
pub(super) fn data<T: ToSchema>(components: &mut Components) -> RefOr<Schema> {
    components.add::<T>();
    components.insert(format!("{}ResponseSchema", stem::<T>()), Data::<T>::schema())
}

/// A list of the type in `data`.
pub(super) fn list<T: ToSchema>(components: &mut Components) -> RefOr<Schema> {
    let items = ArrayBuilder::new().items(components.add::<T>());
    let envelope: Schema = ObjectBuilder::new().property("data", items).required("data").into();
    components.insert(format!("{}ListResponseSchema", stem::<T>()), envelope.into())
}

/// A page of live data.
pub(super) fn live_page<T: ToSchema>(components: &mut Components) -> RefOr<Schema> {
    components.add::<T>();
    components.insert(format!("DataPage_{}_", T::name()), Page::<T>::schema())
}

/// A page of static data.
pub(super) fn static_page<T: ToSchema>(components: &mut Components) -> RefOr<Schema> {
    components.add::<T>();
    components.insert(format!("StaticDataPage_{}_", T::name()), Page::<T>::schema())
}

/// A body of 1 to 20 of the type (RULES §8).
pub(super) fn body_list<T: ToSchema>(components: &mut Components) -> RefOr<Schema> {
    let items = components.add::<T>();
    Schema::Array(ArrayBuilder::new().items(items).min_items(Some(1)).max_items(Some(20)).build()).into()
}

fn stem<T: ToSchema>() -> String {
    let name = T::name();
    name.strip_suffix("DataSchema").or(name.strip_suffix("Schema")).unwrap_or(&name).to_owned()
}
