//! The journeys of a manager through the real window.

mod first_reports;
mod sample;
mod sheets;

/// What a journey comes back with.
pub(crate) type Journey = Result<(), Box<dyn std::error::Error>>;
