//! The child's side.

use std::alloc::System;
use std::io::{self, Read, Write};

use super::protocol::{ARGUMENT, Answer, Reading, Request, previews};
use crate::draft::Refusal;
use crate::limits::Limits;
use crate::read::open;
use crate::recognise::recognise;

/// An allocator that can be given a limit.
pub type Allocator = cap::Cap<System>;

/// The allocator of a program that can be the reading child:
///
/// ```
/// #[global_allocator]
/// static ALLOCATOR: intake::child::Allocator = intake::child::allocator();
/// ```
#[must_use]
pub const fn allocator() -> Allocator {
    cap::Cap::new(System, usize::MAX)
}

/// A stack that doesn't depend on the platform.
const STACK: usize = 16 << 20;

/// The longest request before the file: a register of thousands of distributors.
const REQUEST: u32 = 64 << 20;

/// Reads one file and ends the process, when the program was started to do that; otherwise returns at once. To be
/// called first in `main`.
pub fn main_if_asked(allocator: &'static Allocator) {
    if std::env::args_os().nth(1).is_none_or(|argument| argument != ARGUMENT) {
        return;
    }
    // A broken file makes the libraries panic; that is an answer, and nobody reads the words.
    std::panic::set_hook(Box::new(|_| {}));
    let served = std::thread::Builder::new().stack_size(STACK).spawn(move || serve(allocator));
    let code = match served.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => 0,
        _ => 1,
    };
    std::process::exit(code);
}

fn serve(allocator: &Allocator) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut length = [0; 4];
    input.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length).min(REQUEST);
    let mut request = Vec::new();
    input.by_ref().take(length.into()).read_to_end(&mut request)?;
    let request: Request = postcard::from_bytes(&request).map_err(io::Error::other)?;
    limit(allocator, &request.limits);
    let mut bytes = Vec::new();
    let answer = match input.by_ref().take(request.limits.file + 1).read_to_end(&mut bytes) {
        Ok(_) => answer(&bytes, request),
        Err(error) if error.kind() == io::ErrorKind::OutOfMemory => Err(Refusal::TooLarge),
        Err(error) => return Err(error),
    };
    drop(bytes);
    let answer = postcard::to_stdvec(&answer).map_err(io::Error::other)?;
    let mut output = io::stdout().lock();
    output.write_all(&answer)?;
    output.flush()
}

fn answer(bytes: &[u8], mut request: Request) -> Answer {
    let (grid, mail) = open(bytes, &request.limits)?;
    if let Some(mail) = &mail {
        request.context.mail = Some(mail.hint.clone());
    }
    let drafts = recognise(&grid, &request.context);
    Ok(Reading { drafts, sheets: previews(grid, request.window), mail })
}

/// What is beyond the limit is not there: the process aborts, and its parent calls the file too large.
fn limit(allocator: &Allocator, limits: &Limits) {
    let memory = usize::try_from(limits.memory).unwrap_or(usize::MAX);
    // Refused only when more is in use already, which a process that just started never has.
    let _ = allocator.set_limit(memory);
    #[cfg(target_os = "linux")]
    {
        // Small allocations cost more than they ask for; the system counts what they really take.
        let data = limits.memory + limits.memory / 8;
        let _ = rlimit::Resource::DATA.set(data, data);
    }
}
